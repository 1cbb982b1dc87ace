/** Names, images and counts. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html */
import { type Check, eachContainer } from './check.ts'

const word = /^[\w-]{1,255}$/

const families: Check = ({ family }) =>
  word.test(family ?? '') ? undefined : 'Family contains invalid characters.'

const containers: Check = ({ containerDefinitions: all = [] }) => {
  if (all.length === 0) return 'Container list cannot be empty.'
  const names = all.map(({ name }) => name)
  const twice = names.find((name, index) => name !== undefined && names.indexOf(name) !== index)
  if (twice !== undefined) return `Container name '${twice}' is not unique in the task definition.`
  return all.every(({ essential }) => essential === false)
    ? 'At least one container must be marked as essential.'
    : undefined
}

const names = eachContainer(({ name, image }) => {
  if (!name) return 'Container.name should not be null or empty.'
  if (!word.test(name)) return 'Container.name contains invalid characters.'
  return image ? imageRefusal(image) : 'Container.image should not be null or empty.'
})

function imageRefusal(image: string): string | undefined {
  if (image.length > 255) return 'Container.image repository should not be longer than 255 characters.'
  if (/[^\w\-:./#@+]/.test(image)) return 'Container.image contains invalid characters.'
  const digest = image.split('@')[1]
  return digest === undefined || /^sha256:[0-9a-f]{64}$/.test(digest)
    ? undefined
    : `Invalid image digest in '${image}'.`
}

const environment = eachContainer(({ environmentFiles = [] }) => {
  if (environmentFiles.length > 10) return 'A container can have at most 10 environment files.'
  const wrong = environmentFiles.find(({ value = '' }) => !/^arn:[^:]+:s3:::.+\.env$/.test(value))
  return (
    wrong &&
    `Invalid environment file '${wrong.value}': it must be the ARN of an object in Amazon S3 that ends in .env.`
  )
})

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html */
const legalTags: Check = ({ tags: all = [] }) => {
  const keys = all.map(({ key = '' }) => key)
  const wrong = keys.find((key, index) => {
    const isLong = key.length > 128 || (all[index]?.value ?? '').length > 256
    return key === '' || isLong || /^aws:/i.test(key) || keys.indexOf(key) !== index
  })
  return wrong === undefined ? undefined : `Invalid tag '${wrong}'.`
}

const counts: Check = ({ placementConstraints = [], tags = [] }) => {
  if (placementConstraints.length > 10) return 'A task definition can have at most 10 placement constraints.'
  return tags.length > 50 ? 'Tags can not have more than 50 elements.' : undefined
}

export const generalChecks: Check[] = [families, containers, names, environment, legalTags, counts]
