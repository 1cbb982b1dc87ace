/** What the single keys do with the page that is shown: by the roles and names its own buttons carry, so pages need not know. */
import type { Text } from '../i18n/text.ts'

/** Names that `ui/` gives these controls, in both languages. */
const names = {
  refresh: { en: /^Refresh/, ko: /^새로 고침/ },
  copyArn: { en: /^Copy ARN/i, ko: /ARN 복사/ },
  awsConsole: { en: /AWS console/i, ko: /AWS 콘솔/ },
} satisfies Record<string, { [K in keyof Text]: RegExp }>

/** Puts the cursor into the page's filter. False when there is none. */
export function focusFilter(): boolean {
  const field = main()?.querySelector<HTMLInputElement>(
    'input[type="search"], input[role="combobox"], input[type="text"]',
  )
  field?.focus()
  return field != null
}

export function clickRefresh(): boolean {
  return click(names.refresh)
}

export function clickCopyArn(): boolean {
  return click(names.copyArn)
}

export function openAwsConsole(): boolean {
  return click(names.awsConsole)
}

function click(name: { en: RegExp; ko: RegExp }): boolean {
  const found = [...(main()?.querySelectorAll<HTMLElement>('button, a[href]') ?? [])].find((control) => {
    const said = control.getAttribute('aria-label') ?? control.textContent ?? ''
    return name.en.test(said) || name.ko.test(said)
  })
  found?.click()
  return found !== undefined
}

function main(): Element | null {
  return document.querySelector('main')
}
