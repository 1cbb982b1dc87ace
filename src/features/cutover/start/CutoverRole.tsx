/** Says which role moving hostnames takes, and takes it; or that nobody here may, and what is possible then. */
import type { Text } from '../../../i18n/text.ts'
import { RoleNotice } from '../../../widgets/role/RoleNotice.tsx'

const words = {
  takes: {
    en: 'Moving hostnames takes the role {role}, for 15 minutes at a time. Nothing is written before the last step; what your role may read, you can check and plan without it.',
    ko: '호스트 이름을 옮기려면 {role} 역할이 필요하며, 한 번에 15분 동안 사용합니다. 마지막 단계 전에는 아무것도 쓰지 않으므로 현재 역할로 읽을 수 있는 범위에서 점검과 계획은 이 역할 없이도 할 수 있습니다.',
  },
  title: { en: 'None of your roles may move hostnames', ko: '호스트 이름을 옮길 수 있는 역할이 없습니다' },
  about: {
    en: 'As far as your role may read, the wizard still makes the plan. The last step prints the commands, to be handed to somebody who may run them, and checks by reading whether they took effect.',
    ko: '역할이 읽을 수 있는 범위에서 계획을 만듭니다. 마지막 단계에서 실행 권한이 있는 사람에게 전달할 명령을 출력하고, 적용되었는지 읽어서 확인합니다.',
  },
} satisfies Record<string, Text>

export function CutoverRole() {
  return <RoleNotice capability="cutover" about={words.takes} nobody={words} />
}
