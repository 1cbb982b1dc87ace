/** Why a Dockerrun.aws.json cannot be converted. */
import type { Text } from '../../../../i18n/text.ts'
import type { JsonPath } from '../../json.ts'

export interface Trouble {
  path: JsonPath
  text: Text
}
