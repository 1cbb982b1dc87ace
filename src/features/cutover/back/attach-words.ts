/** Why a cutover that stands in a zone cannot simply be opened. */
import type { AttachTrouble } from '../../../core/cutover/attach.ts'
import type { RebuildTrouble } from '../../../data/cutover/rebuild.ts'
import type { Text } from '../../../i18n/text.ts'

export const attachTroubles: Record<AttachTrouble, Text> = {
  'no-claim': {
    en: 'No cutover of this hostname is open in the zone.',
    ko: '영역에 이 호스트 이름의 진행 중인 전환이 없습니다.',
  },
  foreign: {
    en: 'The claim was written by a newer release of this console, in a form that this one does not know.',
    ko: '이 콘솔보다 새로운 버전이 쓴 클레임으로, 형식을 알 수 없습니다.',
  },
  claim: {
    en: 'The claim in the zone cannot be read: somebody edited or damaged it.',
    ko: '영역의 클레임을 읽을 수 없습니다. 누군가 편집했거나 손상되었습니다.',
  },
  snapshot: {
    en: 'The claim is readable, but the snapshot of the original records beside it is damaged.',
    ko: '클레임은 읽을 수 있지만 원본 레코드의 스냅샷이 손상되었습니다.',
  },
  'no-snapshot': {
    en: 'The snapshot of the original records is not in the zone: it was kept in the rollback file only, or somebody deleted it.',
    ko: '원본 레코드의 스냅샷이 영역에 없습니다. 롤백 파일에만 보관했거나 누군가 삭제했습니다.',
  },
  digest: {
    en: 'The snapshot does not belong to the claim: its records are not those that the claim was written for.',
    ko: '스냅샷이 클레임과 맞지 않습니다. 클레임을 쓸 때의 레코드가 아닙니다.',
  },
}

export const rebuildTroubles: Record<RebuildTrouble, Text> = {
  claim: {
    en: 'A claim stands in the zone again: open it instead.',
    ko: '영역에 다시 클레임이 있습니다. 그것을 여세요.',
  },
  original: {
    en: 'The live records are the original ones of the file already: there is nothing to take back.',
    ko: '현재 레코드가 이미 파일의 원본과 같습니다. 되돌릴 것이 없습니다.',
  },
  plan: {
    en: 'The parameters in the file make no plan: it was edited.',
    ko: '파일의 매개변수로 계획을 만들 수 없습니다. 파일이 편집되었습니다.',
  },
}
