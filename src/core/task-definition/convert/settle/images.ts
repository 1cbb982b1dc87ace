/** Asks for the image of each container that has none, or one with a part that somebody has to fill in. */
import type { Text } from '../../../../i18n/text.ts'
import { hasHole } from '../../linter/parts.ts'
import { ask } from '../work.ts'
import type { Settling } from './settle.ts'

const words = {
  ask: { en: 'Image of the container {name}', ko: '컨테이너 {name}의 이미지' },
  none: {
    en: 'ECS pulls images from a registry; the source names none.',
    ko: 'ECS는 레지스트리에서 이미지를 받습니다. 원본에 이미지가 없습니다.',
  },
  hole: {
    en: 'The source has a part that somebody, or the pipeline, fills in.',
    ko: '원본에 사람이나 파이프라인이 채울 부분이 있습니다.',
  },
} satisfies Record<string, Text>

export function settleImages({ work, draft }: Settling): void {
  for (const [index, container] of draft.containers.entries()) {
    const { image, name = '' } = container
    if (image && !hasHole(image)) continue
    const answer = ask(work, {
      id: `image.${name}`,
      text: words.ask,
      values: { name },
      why: image ? words.hole : words.none,
      ...(image ? { suggested: image } : { required: true }),
      paths: [['containerDefinitions', index, 'image']],
    })
    if (answer === undefined) delete container.image
    else container.image = answer
  }
}
