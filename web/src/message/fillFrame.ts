// Shows the HTML of a message in a frame in which nothing runs and from which nothing is fetched.
//
// The frame is sandboxed without scripts, and inherits the policy of the page, under which styles
// within HTML have no effect. So its document is built node by node from what is harmless, and styles
// are set by way of the object model, as a mail client does that rewrites them.

const kElements = new Set(
  ('a abbr address b blockquote br caption center cite code col colgroup dd del div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre ' +
    'q s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul').split(' '),
)
const kAttributes = new Set('align alt bgcolor border cellpadding cellspacing color colspan dir face height lang nowrap rowspan size span start title valign width'.split(' '))
// What stands within these is neither text nor a picture.
const kDropped = new Set('base embed form head iframe input link meta noscript object script select style svg template textarea title'.split(' '))

export interface FrameContent {
  html: string
  /** Pictures within the message, by content id, as blob: addresses. */
  pictures: ReadonlyMap<string, string>
}

// No address in a style is ever fetched.
const harmless = (css: string): string => css.replace(/@import[^;]*;?/gi, '').replace(/(?:url|image-set|image|src)\s*\([^)]*\)?/gi, 'none')

function pictureAddress(source: string, pictures: ReadonlyMap<string, string>): string | null {
  if (/^data:image\/(?:png|jpeg|gif);/i.test(source)) return source
  return source.toLowerCase().startsWith('cid:') ? (pictures.get(decodeURIComponent(source.slice(4))) ?? null) : null
}

function copyElement(from: Element, into: Document, pictures: ReadonlyMap<string, string>): HTMLElement {
  const made = into.createElement(from.localName)
  for (const { name, value } of from.attributes) if (kAttributes.has(name)) made.setAttribute(name, value)
  const css = from.getAttribute('data-style')
  if (css) made.style.cssText = harmless(css)
  if (made.localName === 'img') {
    const address = pictureAddress(from.getAttribute('src') ?? '', pictures)
    if (address) made.setAttribute('src', address)
  } else if (made.localName === 'a') {
    // A link says where it would lead, and leads nowhere.
    made.title = from.getAttribute('href') ?? ''
    made.style.textDecoration = 'underline'
    made.style.color = made.style.color || '#0b57a4'
  }
  return made
}

function copyChildren(from: Node, to: Node, into: Document, pictures: ReadonlyMap<string, string>): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(into.createTextNode(child.nodeValue ?? ''))
    if (child.nodeType !== Node.ELEMENT_NODE || kDropped.has((child as Element).localName)) continue
    const element = child as Element
    const place = kElements.has(element.localName) ? to.appendChild(copyElement(element, into, pictures)) : to
    copyChildren(element, place, into, pictures)
  }
}

// The parser would report each style attribute as a breach of the page's policy, so they get another
// name before it sees them. Text that looks like one is changed by a name in a tag only.
const withoutStyles = (html: string): string =>
  html.replace(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*\s*\/?>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'))

export function fillFrame(frame: HTMLIFrameElement, { html, pictures }: FrameContent): void {
  const into = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!into?.body || !view) return
  const sheets: string[] = ['body{margin:16px;background:#fff;color:#111;font:14px/1.45 Arial,"Liberation Sans",sans-serif;overflow-wrap:anywhere}img{max-width:100%}']
  const bare = html.replace(/<style[^>]*>([\s\S]*?)<\/style\s*>/gi, (_, css: string) => (sheets.push(harmless(css)), ''))
  const parsed = new DOMParser().parseFromString(withoutStyles(bare), 'text/html')
  into.body.replaceChildren()
  into.documentElement.lang = parsed.documentElement.lang || 'en'
  into.title = 'Message'
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(sheets.join('\n'))
  into.adoptedStyleSheets = [sheet]
  const body = parsed.body.getAttribute('data-style')
  into.body.style.cssText = body ? harmless(body) : ''
  copyChildren(parsed.body, into.body, into, pictures)
}
