/** Language, theme, density, time zone and keys. */
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { type Preferences, setPreferences } from './preferences.ts'
import { usePreferences } from './use-preferences.ts'

const words = {
  settings: { en: 'Settings', ko: '설정' },
  language: { en: 'Language', ko: '언어' },
  theme: { en: 'Theme', ko: '테마' },
  system: { en: 'As the system', ko: '시스템 설정' },
  light: { en: 'Light', ko: '라이트' },
  dark: { en: 'Dark', ko: '다크' },
  density: { en: 'Density', ko: '밀도' },
  comfortable: { en: 'Comfortable', ko: '넓게' },
  compact: { en: 'Compact', ko: '좁게' },
  times: { en: 'Times', ko: '시간' },
  local: { en: 'Local time', ko: '현지 시간' },
  utc: { en: 'UTC', ko: 'UTC' },
  keyboard: { en: 'Keyboard …', ko: '키보드 …' },
} satisfies Record<string, Text>

export function SettingsMenu({ openHelp }: { openHelp: () => void }) {
  const say = useText()
  const preferences = usePreferences()
  const choice = (
    name: keyof Preferences,
    value: string,
    text: string,
  ): ButtonDropdownProps.CheckboxItem => ({
    id: `${name}:${value}`,
    text,
    itemType: 'checkbox',
    checked: preferences[name] === value,
  })
  const items: ButtonDropdownProps.ItemOrGroup[] = [
    {
      text: say(words.language),
      items: [choice('locale', 'en', 'English'), choice('locale', 'ko', '한국어')],
    },
    {
      text: say(words.theme),
      items: [
        choice('theme', 'system', say(words.system)),
        choice('theme', 'light', say(words.light)),
        choice('theme', 'dark', say(words.dark)),
      ],
    },
    {
      text: say(words.density),
      items: [
        choice('density', 'comfortable', say(words.comfortable)),
        choice('density', 'compact', say(words.compact)),
      ],
    },
    {
      text: say(words.times),
      items: [choice('timeZone', 'local', say(words.local)), choice('timeZone', 'utc', say(words.utc))],
    },
    { id: 'help', text: say(words.keyboard) },
  ]
  return (
    <ButtonDropdown
      variant="icon"
      iconName="settings"
      ariaLabel={say(words.settings)}
      items={items}
      onItemClick={({ detail }) => {
        if (detail.id === 'help') return openHelp()
        const [name = '', value = ''] = detail.id.split(':')
        setPreferences({ [name]: value })
      }}
    />
  )
}
