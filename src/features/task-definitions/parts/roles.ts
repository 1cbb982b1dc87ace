/** The capability of roles that register revisions and deploy them. */
import type { Text } from '../../../i18n/text.ts'

export const deployCapability = 'deploy'

export const aboutDeploying: Text = {
  en: 'Registering, deregistering and deploying revisions takes it. Without it you may read and compare everything here.',
  ko: '개정을 등록, 등록 취소, 배포하려면 이 역할이 필요합니다. 이 역할 없이도 여기의 모든 내용을 읽고 비교할 수 있습니다.',
}
