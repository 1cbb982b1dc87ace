/** What turns one member of a Compose service, or one flag of `docker run`, into its part of a container. */
import type { Text, TextValues } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import type { Json } from '../../json.ts'
import type { NoteKind } from '../conversion.ts'
import type { Draft } from '../draft.ts'
import { note, type Work } from '../work.ts'
import type { Members } from '../written.ts'

export interface Service {
  work: Work
  draft: Draft
  /** Filled as the members are read. */
  container: ContainerDefinition
  /** As the source calls it. */
  name: string
  /** The place of a member as the source writes it: `services.web.ports`, `--publish`. */
  at: (member: string) => string
  /** The value of a member cannot be read: the source is refused at its place. */
  refuse: (member: string, text: Text, values?: TextValues) => void
  /** What stands beside the services: named volumes, secrets, configs. */
  project: Members
  /** Names of the project's services. */
  neighbours: readonly string[]
  /** True for a path of the host that comes with the source instead of being on the instance. */
  isShipped: (path: string) => boolean
}

export type Member = (value: Json, service: Service, member: string) => void

export function remark(
  service: Service,
  kind: NoteKind,
  member: string,
  text: Text,
  values?: TextValues,
): void {
  note(service.work, kind, service.at(member), text, values)
}

const wrongForm: Text = {
  en: '{member} is not written in a form that can be read.',
  ko: '{member}의 형식을 읽을 수 없습니다.',
}

/** A member whose value is read by `read`, and then used; another form is refused at its place. */
export function reading<Value>(
  read: (value: Json) => Value | undefined,
  use: (value: Value, service: Service, member: string) => void,
): Member {
  return (value, service, member) => {
    const known = read(value)
    if (known === undefined) service.refuse(member, wrongForm, { member })
    else use(known, service, member)
  }
}

/** A member that nothing of ECS does; `text` says what to do instead. */
export function lost(text: Text): Member {
  return (_, service, member) => remark(service, 'lost', member, text)
}

/** Nothing to keep and nothing lost. */
export const needless: Member = () => {}
