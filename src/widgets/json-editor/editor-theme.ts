/** Light or dark as the rest of the page, also when it changes while the editor is open. */
import { monaco } from './monaco.ts'

const dark = 'awsui-dark-mode'

/** Follows the page until the returned function is called. */
export function followTheme(): () => void {
  define()
  apply()
  const watch = new MutationObserver(apply)
  watch.observe(document.body, { attributes: true, attributeFilter: ['class'] })
  return () => watch.disconnect()
}

function apply(): void {
  monaco.editor.setTheme(document.body.classList.contains(dark) ? 'tidegate-dark' : 'tidegate-light')
}

let defined = false

/** Cloudscape's container colours, so that the editor looks like part of the page; token colours with 4.5 : 1 against them. */
function define(): void {
  if (defined) return
  defined = true
  monaco.editor.defineTheme('tidegate-light', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: '0b4f8a' },
      { token: 'string.value.json', foreground: '8a3b00' },
      { token: 'number', foreground: '0a6640' },
      { token: 'comment', foreground: '5b6675' },
    ],
    colors: { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#656871' },
  })
  monaco.editor.defineTheme('tidegate-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: '8fc7ff' },
      { token: 'string.value.json', foreground: 'f0b27a' },
      { token: 'number', foreground: '8fd6a8' },
      { token: 'comment', foreground: 'a3adba' },
    ],
    colors: { 'editor.background': '#161d26', 'editorLineNumber.foreground': '#8c9bad' },
  })
}
