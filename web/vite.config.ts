import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// `npm run dev` serves the page with the API of a `haymaker serve` beside it.
const server = process.env.HAYMAKER_SERVER ?? 'http://127.0.0.1:8080'
const proxy = {
  // The server refuses what a page of another origin asks for.
  '/api': { target: server, ws: true, changeOrigin: true, headers: { origin: server } },
}

export default defineConfig({
  plugins: [vue()],
  base: './',
  resolve: { alias: { '@': here('./src'), '@contract': here('../contract') } },
  build: {
    target: 'es2022',
    // A file stays a file: the policy of the page knows no data: addresses for scripts or fonts.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script; every browser of the target loads modules ahead.
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
  },
  server: { proxy, fs: { allow: ['..'] } },
  preview: { proxy },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
