/** R2.windows-mode: on Windows the network mode is awsvpc or left out. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'

const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }

export const windowsMode = defineRule({
  id: 'R2.windows-mode',
  severity: 'error',
  summary: {
    en: 'On Windows networkMode is awsvpc or left out.',
    ko: 'Windows에서 networkMode는 awsvpc이거나 생략합니다.',
  },
  why: {
    en: 'Windows has no bridge, host and none; left out, the mode is the default of Windows (NAT).',
    ko: 'Windows에는 bridge, host, none이 없습니다. 생략하면 Windows 기본값(NAT)입니다.',
  },
  docs: docs.register,
  examples: {
    good: [
      onEc2({}, { ...windows, networkMode: undefined }),
      onEc2({}, { ...windows, networkMode: 'awsvpc' }),
    ],
    bad: [
      onEc2({}, { ...windows, networkMode: 'bridge' }),
      onEc2({ user: 'app' }, { ...windows, networkMode: 'host' }),
    ],
  },
  find(definition) {
    const { networkMode: mode = '' } = definition
    if (!isForWindows(definition) || !['bridge', 'host', 'none'].includes(mode)) return []
    const text = {
      en: 'Windows does not know the network mode {mode}.',
      ko: 'Windows에는 네트워크 모드 {mode}이(가) 없습니다.',
    }
    return [
      { path: ['networkMode'], text, values: { mode }, fix: removal(['networkMode'], mode === 'bridge') },
    ]
  },
})
