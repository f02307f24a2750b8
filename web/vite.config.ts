import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// `npm run dev` serves the page with the API of a `haymaker serve` beside it.
const server = process.env.HAYMAKER_SERVER ?? 'http://127.0.0.1:8080'
const proxy = {
  // The server refuses what a page of another origin asks for.
  '/api': { target: server, ws: true, changeOrigin: true, headers: { origin: server } },
}

// Each text file of the page has a packed one beside it, which the server sends to who takes gzip.
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(?:js|css|html)$/.test(name)) continue
      writeFileSync(join(dir!, `${name}.gz`), gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }))
    }
  },
}

export default defineConfig({
  plugins: [vue(), packed],
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
