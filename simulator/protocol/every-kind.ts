/** A made-up operation with a member of every kind and every trait, for tests of the readers and writers. */
import type {
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from '@smithy/types'

const NAMESPACE = 'com.example'

const inner$: StaticStructureSchema = [3, NAMESPACE, 'Inner', 0, ['Id', 'Again'], [0, () => inner$], 1]
const inners: StaticListSchema = [1, NAMESPACE, 'Inners', 0, () => inner$]
const named: StaticListSchema = [1, NAMESPACE, 'Named', 0, [0, { xmlName: 'item' }]]
const innerMap: StaticMapSchema = [2, NAMESPACE, 'InnerMap', 0, 0, () => inner$]
const namedMap: StaticMapSchema = [2, NAMESPACE, 'NamedMap', 0, [0, { xmlName: 'K' }], [1, { xmlName: 'V' }]]

const kinds$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'Kinds',
  0,
  [
    'Text',
    'Count',
    'Big',
    'Flag',
    'Bytes',
    'Any',
    'At',
    'AtIso',
    'AtHttp',
    'AtEpoch',
    'Inners',
    'Flat',
    'Map',
    'FlatMap',
    'Inner',
  ],
  [
    [0, { xmlName: 'text', ec2QueryName: 'TheText' }],
    1,
    17,
    2,
    21,
    15,
    4,
    5,
    6,
    7,
    () => inners,
    [() => named, { xmlFlattened: 1, xmlName: 'Flats' }],
    () => innerMap,
    [() => namedMap, { xmlFlattened: 1 }],
    () => inner$,
  ],
]

/** Takes and gives a structure with members of every kind. */
export const everyKind$: StaticOperationSchema = [9, NAMESPACE, 'EveryKind', 0, () => kinds$, () => kinds$]

const bound$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'Bound',
  0,
  ['Id', 'Max', 'Names', 'When', 'Note', 'Inner'],
  [
    [0, { httpLabel: 1 }],
    [1, { httpQuery: 'max' }],
    [64 | 0, { httpQuery: 'name' }],
    [4, { httpHeader: 'X-When' }],
    0,
    () => inner$,
  ],
  1,
]

/** Every HTTP binding beside members in the body. */
export const bound: StaticOperationSchema = [
  9,
  NAMESPACE,
  'PutBound',
  { http: ['PUT', '/2020-01-01/things/{Id}/bound/', 201] },
  () => bound$,
  () => bound$,
]

const payload$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'Payload',
  0,
  ['Id', 'Body'],
  [
    [0, { httpLabel: 1 }],
    [() => inner$, { httpPayload: 1, xmlName: 'Wrapped' }],
  ],
]
const payloadAnswer$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'PayloadAnswer',
  0,
  ['Body'],
  [[() => inner$, { httpPayload: 1 }]],
]

/** One member is the whole body. */
export const payload: StaticOperationSchema = [
  9,
  NAMESPACE,
  'PutPayload',
  { http: ['PUT', '/2020-01-01/things/{Id}', 200] },
  () => payload$,
  () => payloadAnswer$,
]
/** The same with the body's element named otherwise in the answer. */
export const wrapped: StaticOperationSchema = [
  9,
  NAMESPACE,
  'GetWrapped',
  { http: ['GET', '/2020-01-01/wrapped/{Id}', 200] },
  'unit',
  () => payload$,
]
