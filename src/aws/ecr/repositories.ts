/** Repositories and images of the account's own registry in the Region. */
import {
  BatchGetImageCommand,
  type BatchGetImageCommandOutput,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
} from '@aws-sdk/client-ecr'
import type { Platform, Repository, RepositoryImage } from '../../core/ecr/image.ts'
import { list, present, text, time } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { ecr } from './ecr.ts'
import { manifestPlatforms } from './manifest.ts'

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html */
const pageSize = 1000

/** Every repository of the Region. @throws AwsProblem */
export function listRepositories(aws: Aws, options?: CallOptions): Promise<Repository[]> {
  return listAll(
    aws,
    {
      service: ecr,
      bucket: 'ecr',
      command: (nextToken) => new DescribeRepositoriesCommand({ maxResults: pageSize, nextToken }),
      take: ({ repositories, nextToken }) => ({
        items: list(repositories, 'repositories').map(({ repositoryName, repositoryUri = '' }) => ({
          name: text(repositoryName, 'repositoryName'),
          uri: repositoryUri,
        })),
        next: nextToken,
      }),
      id: ({ name }) => name,
    },
    options,
  )
}

/** Images of a repository, the one pushed last first. @throws AwsProblem of kind `not-found` */
export async function listImages(
  aws: Aws,
  repository: string,
  options?: CallOptions,
): Promise<RepositoryImage[]> {
  const images = await listAll(
    aws,
    {
      service: ecr,
      bucket: 'ecr',
      command: (nextToken) =>
        new DescribeImagesCommand({ repositoryName: repository, maxResults: pageSize, nextToken }),
      take: ({ imageDetails, nextToken }) => ({
        items: list(imageDetails, 'imageDetails').map((image) =>
          present({
            digest: text(image.imageDigest, 'imageDigest'),
            tags: image.imageTags ?? [],
            pushedAt: time(image.imagePushedAt),
            size: image.imageSizeInBytes,
          }),
        ),
        next: nextToken,
      }),
      id: ({ digest }) => digest,
    },
    options,
  )
  return images.toSorted((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0))
}

export interface FoundImage {
  digest: string
  /** Platforms it is for; empty where the manifest of a single image does not say, which is in its configuration. */
  platforms: Platform[]
}

/** Manifests that are asked for: without these, ECR may translate to one that lists no platforms. */
const accepted = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

/** The image of a tag or digest, or undefined when the repository lacks it. @throws AwsProblem of kind `not-found` without the repository */
export async function findImage(
  aws: Aws,
  repository: string,
  image: { tag?: string | undefined; digest?: string | undefined },
  options?: CallOptions,
): Promise<FoundImage | undefined> {
  const command = new BatchGetImageCommand({
    repositoryName: repository,
    imageIds: [image.digest === undefined ? { imageTag: image.tag } : { imageDigest: image.digest }],
    acceptedMediaTypes: accepted,
  })
  const { value } = await call(aws, { service: ecr, bucket: 'ecr', command, take: toFound }, options)
  return value
}

function toFound({ images }: BatchGetImageCommandOutput): FoundImage | undefined {
  const [image] = list(images, 'images')
  if (!image) return undefined
  return {
    digest: text(image.imageId?.imageDigest, 'imageDigest'),
    platforms: manifestPlatforms(image.imageManifest ?? ''),
  }
}
