/** What several guards say alike. */
import type { Text } from '../../../i18n/text.ts'

/** For guards with the thresholds `of` and `requests`. */
export const tooFewRequests: Text = {
  en: 'Too few requests in the last {of, number} minutes to judge: a minute needs {requests, number}.',
  ko: '판단하기에 최근 {of, number}분의 요청이 너무 적습니다. 1분에 {requests, number}건이 필요합니다.',
}

/** For guards with the threshold `of`. */
export const noValues: Text = {
  en: 'CloudWatch has too few values in the last {of, number} minutes to judge.',
  ko: '판단하기에 최근 {of, number}분의 CloudWatch 값이 너무 적습니다.',
}
