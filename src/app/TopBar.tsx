/** The bar that never leaves: account, Region and role at a glance, and where to change them. */
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown'
import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { RoleMenu } from './RoleMenu.tsx'
import { SettingsMenu } from './SettingsMenu.tsx'
import { setPreferences } from './preferences.ts'
import { useRegionHref } from './use-pages.ts'

const words = {
  home: { en: 'Tidegate, to the clusters', ko: 'Tidegate, 클러스터로' },
  account: { en: 'Account', ko: '계정' },
  region: { en: 'Region', ko: '리전' },
  user: { en: 'User', ko: '사용자' },
  typedKeys: { en: 'Typed keys', ko: '입력한 키' },
  practice: { en: 'Practice', ko: '연습' },
  signOut: { en: 'Sign out', ko: '로그아웃' },
  forget: { en: 'Forget the keys', ko: '키 지우기' },
  keysStay: {
    en: 'AWS keys already handed out stay valid for up to an hour',
    ko: '이미 발급된 AWS 키는 최대 1시간 동안 유효합니다',
  },
} satisfies Record<string, Text>

export function TopBar({ openHelp }: { openHelp: () => void }) {
  const say = useText()
  const session = useSession()
  const account = session.account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
  return (
    <div className="tg-bar awsui-context-top-navigation" data-armed={session.armedUntil !== undefined}>
      <a className="tg-product" href="/" aria-label={say(words.home)}>
        <img src="/icon.svg" alt="" width="20" height="20" />
        Tidegate
      </a>
      <span className="tg-account" title={say(words.account)}>
        {account}
      </span>
      <RegionMenu />
      <RoleMenu />
      <SettingsMenu openHelp={openHelp} />
      {session.mode !== 'practice' && <UserMenu />}
    </div>
  )
}

function RegionMenu() {
  const say = useText()
  const { region, regions } = useSession()
  const hrefIn = useRegionHref()
  const navigate = useNavigate()
  const items: ButtonDropdownProps.Items = regions.map((name) => ({
    id: name,
    text: name,
    itemType: 'checkbox',
    checked: name === region,
  }))
  return (
    <ButtonDropdown
      items={items}
      ariaLabel={`${say(words.region)}: ${region}`}
      onItemClick={({ detail }) => {
        // Choosing the Region that is shown must not lead away from the page.
        if (detail.id === region) return
        setPreferences({ region: detail.id })
        void navigate({ href: hrefIn(detail.id) })
      }}
    >
      {region}
    </ButtonDropdown>
  )
}

function UserMenu() {
  const say = useText()
  const session = useSession()
  const typed = session.mode === 'keys'
  const name = session.user ?? say(words.typedKeys)
  return (
    <ButtonDropdown
      ariaLabel={`${say(words.user)}: ${name}`}
      items={[
        {
          id: 'sign-out',
          text: say(typed ? words.forget : words.signOut),
          ...(!typed && { secondaryText: say(words.keysStay) }),
        },
      ]}
      onItemClick={() => void session.signOut()}
    >
      {name}
    </ButtonDropdown>
  )
}
