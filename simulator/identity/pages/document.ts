/** The frame of every hosted page: no script, its one style sheet named by hash, light and dark. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { WireResponse } from '../../protocol/wire.ts'

export type Language = 'en' | 'ko'

const style = `
:root { color-scheme: light dark; --page: #f2f3f3; --card: #ffffff; --text: #0f141a; --muted: #424650; --line: #656871; --accent: #006ce0; --on-accent: #ffffff; --problem: #b00020; }
@media (prefers-color-scheme: dark) { :root { --page: #0f141a; --card: #161d26; --text: #ebebf0; --muted: #c6c6cd; --line: #8c8c94; --accent: #42b4ff; --on-accent: #0f141a; --problem: #ff7a7a; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans KR", sans-serif; }
main { width: 100%; max-width: 25rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
label { display: block; margin: 1rem 0 0.25rem; font-weight: 600; }
input { width: 100%; min-height: 2.5rem; padding: 0.25rem 0.75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; }
button { width: 100%; min-height: 2.75rem; margin-top: 1.5rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 1.5rem; cursor: pointer; }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.problem { margin: 1rem 0 0; padding: 0.75rem; border: 1px solid var(--problem); border-radius: 0.5rem; color: var(--problem); font-weight: 600; }
.note { margin: 1.5rem 0 0; color: var(--muted); font-size: 0.875rem; }
`

const styleHash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))

export interface PageOptions {
  status: number
  language: Language
  title: string
  /** HTML; every value in it already escaped. */
  body: string
  /** Origins that a form of the page may lead to besides its own: browsers check redirects after a submission too. */
  formTargets?: string[]
}

export function page({ status, language, title, body, formTargets = [] }: PageOptions): WireResponse {
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
  return {
    status,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        `form-action ${["'self'", ...formTargets].join(' ')}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    },
    body: utf8ToBytes(html),
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
