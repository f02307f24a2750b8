// What a reader does next with a finished corpus, as commands to copy. Names in them come from the
// server and the recipe alone, and are quoted where a shell would take them apart.

import type { Job } from '@/api/haymaker'
import { toJson } from '@/recipe/json'
import { texts } from '@/texts'

export interface Command {
  what: string
  line: string
}

export const quoted = (text: string): string => (/^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

const kAuthorization = '-H "Authorization: Bearer $HAYMAKER_TOKEN" '

/** How the mail leaves its parts, for a folder `from` of a corpus. */
function unpacked(job: Job, from: string): Command {
  const suffix = { none: '', zstd: '.zst', gzip: '.gz' }[job.compress ?? 'none']
  switch (job.package) {
    case 'tar':
      return { what: texts.commands.messages, line: `mkdir -p eml && for part in ${from}/mail/*.tar${suffix}; do tar -xf "$part" -C eml; done` }
    case 'zip':
      return { what: texts.commands.messages, line: `unzip -q '${from}/mail/*.zip' -d eml` }
    case 'mbox':
      return { what: texts.commands.mbox, line: `${{ none: 'cat', zstd: 'zstd -dc', gzip: 'gzip -dc' }[job.compress ?? 'none']} ${from}/mail/*.mbox${suffix} > corpus.mbox` }
    default:
      return { what: texts.commands.count, line: `find ${from}/mail -name '*.eml' | wc -l` }
  }
}

export function commands(job: Job, origin: string, needsToken: boolean): Command[] {
  const folder = `haymaker-${job.id}`
  const packing = `--package ${job.package ?? 'objects'}${job.compress && job.compress !== 'none' ? ` --compress ${job.compress}` : ''}`
  return [
    { what: texts.commands.fetch, line: `curl -f ${needsToken ? kAuthorization : ''}-o ${folder}.tar ${quoted(`${origin}/api/v1/jobs/${job.id}/download`)}` },
    { what: texts.commands.unpack, line: `mkdir -p ${folder} && tar -xf ${folder}.tar -C ${folder} --strip-components=1` },
    { what: texts.commands.verify, line: `haymaker verify ${folder}` },
    unpacked(job, folder),
    { what: texts.commands.sync, line: `aws s3 sync ${folder}/mail s3://YOUR-BUCKET/${folder}/mail/` },
    { what: texts.commands.again, line: `echo ${quoted(toJson(job.spec))} > ${folder}.json && haymaker generate ${folder}.json ${packing} --out out/${folder}` },
  ]
}

/** For who holds the token of the answer key. */
export const truthCommands = (job: Job, origin: string): Command[] => [
  {
    what: texts.commands.truth,
    line: `for name in labels.jsonl incidents.jsonl; do curl -f -H "Authorization: Bearer $HAYMAKER_TRUTH_TOKEN" -O ${quoted(`${origin}/api/v1/jobs/${job.id}/truth/`)}$name; done`,
  },
]
