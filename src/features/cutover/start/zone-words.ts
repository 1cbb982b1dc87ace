/** What kind of hosted zone it is, in AWS's words. */
import type { HostedZone } from '../../../core/dns/hosted-zone.ts'
import type { Text } from '../../../i18n/text.ts'

const words = {
  public: { en: 'Public hosted zone', ko: '퍼블릭 호스팅 영역' },
  private: { en: 'Private hosted zone', ko: '프라이빗 호스팅 영역' },
} satisfies Record<string, Text>

export function zoneKind({ isPrivate }: Pick<HostedZone, 'isPrivate'>): Text {
  return isPrivate ? words.private : words.public
}
