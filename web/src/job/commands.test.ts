import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Job } from '@/api/haymaker'
import { commands, quoted } from './commands'

const job = (packing: Pick<Job, 'package' | 'compress'>, name = 'Meridian Hale') =>
  ({ id: 'k3f9', title: '', spec: { count: 10, seed: 18446744073709551615n, company: { name } }, ...packing }) as unknown as Job

const parses = (line: string) => execFileSync('bash', ['-n', '-c', line])

describe('commands to copy', () => {
  it.each([
    ['tar', 'zstd', 'mail/*.tar.zst'],
    ['mbox', 'gzip', 'gzip -dc haymaker-k3f9/mail/*.mbox.gz'],
    ['zip', 'gzip', "unzip -q 'haymaker-k3f9/mail/*.zip'"],
    ['objects', 'none', 'find haymaker-k3f9/mail'],
  ] as const)('fit a corpus of %s with %s, and a shell', (form, compress, part) => {
    const lines = commands(job({ package: form, compress }), 'http://127.0.0.1:8080', false).map(({ line }) => line)
    expect(lines.join('\n')).toContain(part)
    lines.forEach(parses)
  })

  it('name the token by a variable, never by its value, and only where one is needed', () => {
    const [fetch] = commands(job({ package: 'tar', compress: 'none' }), 'https://hay.example', true)
    expect(fetch!.line).toBe('curl -f -H "Authorization: Bearer $HAYMAKER_TOKEN" -o haymaker-k3f9.tar https://hay.example/api/v1/jobs/k3f9/download')
    expect(commands(job({ package: 'tar', compress: 'none' }), 'https://hay.example', false)[0]!.line).not.toContain('TOKEN')
  })

  it("keep a company's apostrophe from the shell, and the seed exact", () => {
    const again = commands(job({ package: 'tar', compress: 'none' }, "O'Hara $(id) & Söhne"), 'http://h.example', false).at(-1)!.line
    const printed = execFileSync('bash', ['-c', again.replace(/ > .*/, '')], { encoding: 'utf8' })
    expect(printed.trim()).toBe('{"count":10,"seed":18446744073709551615,"company":{"name":"O\'Hara $(id) & Söhne"}}')
  })

  it('leave plain words plain', () => expect(quoted('http://127.0.0.1:8080/a')).toBe('http://127.0.0.1:8080/a'))
})
