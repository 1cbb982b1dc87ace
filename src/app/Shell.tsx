/** The console around every page: top bar, strips, side navigation, crumbs, notices, and the page. */
import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar'
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useIsRehearsal } from '../data/practice.ts'
import { useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { Strips } from './Strips.tsx'
import { TopBar } from './TopBar.tsx'
import { type MenuItem, menuOf } from './menu.ts'
import { notices } from './notices.ts'
import { useCrumbs, usePages } from './use-pages.ts'
import { useNavigation } from './use-navigation.ts'
import { useHotkeys } from './use-hotkeys.ts'
import { useKeptFocus } from '../ui/keep-focus.ts'
import { laterPart } from '../ui/later-part.ts'
import './shell.css'

const words = {
  skip: { en: 'Skip to the page', ko: '본문으로 건너뛰기' },
  crumbs: { en: 'You are here', ko: '현재 위치' },
  navigation: { en: 'Side navigation', ko: '사이드 탐색' },
  openNavigation: { en: 'Open the navigation', ko: '탐색 열기' },
  closeNavigation: { en: 'Close the navigation', ko: '탐색 닫기' },
  notifications: { en: 'Notifications', ko: '알림' },
  rehearsal: { en: 'Rehearsal', ko: '리허설' },
  ecs: { en: 'Amazon ECS', ko: 'Amazon ECS' },
  loadBalancing: { en: 'Load balancing', ko: '로드 밸런싱' },
  cutover: { en: 'Cutovers', ko: '전환' },
} satisfies Record<string, Text>

/** Of the tab: two worlds must not look alike there either. */
const icon = '/icon.svg'
const rehearsalIcon = '/icon-rehearsal.svg'

const NoticeBar = laterPart(async () => (await import('./NoticeBar.tsx')).NoticeBar)
const HelpDialog = laterPart(async () => (await import('./HelpDialog.tsx')).HelpDialog)
const groups: Record<MenuItem['group'], Text> = {
  ecs: words.ecs,
  'load-balancing': words.loadBalancing,
  cutover: words.cutover,
}

/** What follows the address are parts of their own: going to another page draws only them, and the page. */
export function Shell() {
  const say = useText()
  const navigation = useNavigation()
  const hasNotices = useSyncExternalStore(notices.subscribe, () => notices.get().length > 0)
  const [helpOpen, setHelpOpen] = useState(false)
  const openHelp = useCallback(() => setHelpOpen(true), [])
  const page = useRef<HTMLDivElement>(null)
  useKeptFocus(page)
  return (
    <>
      <WindowTitle />
      <HotkeyListener openHelp={openHelp} />
      <a className="tg-skip" href="#page" onClick={focusPage}>
        {say(words.skip)}
      </a>
      <header className="tg-top" id="console-top">
        <TopBar openHelp={openHelp} />
        <Strips />
      </header>
      <AppLayoutToolbar
        headerSelector="#console-top"
        toolsHide
        navigation={<Menu />}
        navigationOpen={navigation.isOpen}
        onNavigationChange={({ detail }) => navigation.setOpen(detail.open)}
        breadcrumbs={<Crumbs />}
        notifications={
          hasNotices && (
            <Suspense>
              <NoticeBar />
            </Suspense>
          )
        }
        content={
          <div id="page" ref={page} tabIndex={-1} style={{ outline: 'none' }}>
            <Outlet />
          </div>
        }
        ariaLabels={{
          navigation: say(words.navigation),
          navigationToggle: say(words.openNavigation),
          navigationClose: say(words.closeNavigation),
          notifications: say(words.notifications),
        }}
      />
      {helpOpen && (
        <Suspense>
          <HelpDialog close={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function Menu() {
  const say = useText()
  const pages = usePages()
  const { region } = useSession()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const menu = useMemo(() => menuOf(region, pages), [region, pages])
  const items = Object.entries(groups).map(([group, title]): SideNavigationProps.SectionGroup => ({
    type: 'section-group',
    title: say(title),
    items: menu
      .filter((item) => item.group === group)
      .map((item) => ({ type: 'link', text: say(item.title), href: item.href })),
  }))
  const active = menu.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  return <SideNavigation items={items} activeHref={active?.href ?? ''} />
}

function Crumbs() {
  const say = useText()
  const items = useCrumbs().map(({ href, text }) => ({
    href,
    text: typeof text === 'string' ? text : say(text),
  }))
  return <BreadcrumbGroup items={items} ariaLabel={say(words.crumbs)} />
}

function HotkeyListener({ openHelp }: { openHelp: () => void }) {
  useHotkeys(openHelp)
  return null
}

function WindowTitle() {
  const say = useText()
  const title = useCrumbs()
    .map(({ text }) => (typeof text === 'string' ? text : say(text)))
    .toReversed()
    .join(' · ')
  const isRehearsal = useIsRehearsal()
  const prefix = isRehearsal ? `${say(words.rehearsal)} · ` : ''
  useEffect(() => {
    document.title = prefix + (title === '' ? 'Tidegate' : `${title} · Tidegate`)
  }, [title, prefix])
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', isRehearsal ? rehearsalIcon : icon)
  }, [isRehearsal])
  return null
}

/** Focus, not only scroll: the next Tab goes on from the page. */
function focusPage(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('page')?.focus()
}
