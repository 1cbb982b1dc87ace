/** Wires the single keys to the router and the page. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { clusterHref } from '../widgets/resource-link/href.ts'
import { type Hotkeys, listenForHotkeys } from './hotkeys.ts'
import { menuOf } from './menu.ts'
import { notify } from './notices.ts'
import { clickCopyArn, clickRefresh, focusFilter, openAwsConsole } from './page-actions.ts'
import { preferences } from './preferences.ts'
import { usePages } from './use-pages.ts'

const words = {
  copied: { en: 'A link to this page was copied.', ko: '이 페이지의 링크를 복사했습니다.' },
  notCopied: {
    en: 'The browser did not let the link be copied.',
    ko: '브라우저가 링크 복사를 허용하지 않았습니다.',
  },
} satisfies Record<string, Text>

export function useHotkeys(openHelp: () => void): void {
  const { region } = useSession()
  const pages = usePages()
  const navigate = useNavigate()
  const { cluster } = useParams({ strict: false })
  useEffect(() => {
    const go = (href: string): void => void navigate({ href })
    const menu = menuOf(region, pages).flatMap(({ key, href }) => (key ? [[`g ${key}`, () => go(href)]] : []))
    const hotkeys: Hotkeys = {
      ...(Object.fromEntries(menu) as Hotkeys),
      'g s': () => (cluster === undefined ? false : go(clusterHref(region, cluster))),
      '?': openHelp,
      '/': focusFilter,
      r: clickRefresh,
      c: clickCopyArn,
      o: openAwsConsole,
      y: copyLink,
    }
    return listenForHotkeys(
      document,
      () => hotkeys,
      () => preferences.get().singleKeys,
    )
  }, [region, pages, navigate, cluster, openHelp])
}

function copyLink(): void {
  navigator.clipboard.writeText(location.href).then(
    () => notify('success', { text: words.copied }),
    () => notify('error', { text: words.notCopied }),
  )
}
