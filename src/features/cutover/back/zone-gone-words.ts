/** What is said where AWS knows no such hosted zone any more. */
import type { Text } from '../../../i18n/text.ts'

export const zoneGoneWords = {
  title: { en: 'The hosted zone is gone', ko: '호스팅 영역이 없습니다' },
  known: {
    en: 'AWS knows no hosted zone {zone}: somebody deleted it, perhaps to create it again. A new zone has another ID and other name servers.',
    ko: 'AWS에 호스팅 영역 {zone}이(가) 없습니다. 누군가 삭제했거나 다시 만들었을 수 있습니다. 새 영역은 ID와 이름 서버가 다릅니다.',
  },
  safe: {
    en: 'The original records are known here, and are in the rollback file.',
    ko: '원본 레코드는 여기와 롤백 파일에 남아 있습니다.',
  },
  next: {
    en: 'In the zone that answers for the name now, create these records; then see that the registrar names its name servers.',
    ko: '지금 이 이름에 응답하는 영역에 아래 레코드를 만들고, 등록 대행자가 그 영역의 이름 서버를 가리키는지 확인하세요.',
  },
  records: { en: 'Records to create again', ko: '다시 만들 레코드' },
  again: { en: 'Look again', ko: '다시 확인' },
} satisfies Record<string, Text>
