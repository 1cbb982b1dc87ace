/** DescribeImages. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html */
import {
  DescribeImages$,
  type DescribeImagesCommandInput,
  type DescribeImagesCommandOutput,
} from '@aws-sdk/client-ecr'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'
import { authorizeRepository, repositoryNamed, wrongToken } from './look-up.ts'
import { imageOf, mediaTypeOf } from './manifests.ts'

const usual = 100

export const DescribeImages = operation<DescribeImagesCommandInput, DescribeImagesCommandOutput>(
  DescribeImages$,
  (input, call) => {
    const repository = repositoryNamed(call, input.repositoryName ?? '')
    const wanted = input.imageIds?.map((id) => {
      const found = imageOf(repository, id)
      if (found) return found.image
      const name = id.imageDigest ?? id.imageTag ?? ''
      throw new AwsError(
        'ImageNotFoundException',
        `The image with imageId {imageTag:'${name}'} does not exist within the repository with name '${repository.name}' in the registry with id '${call.world.accountId}'`,
      )
    })
    const page = pageOf(wanted ?? repository.images, input.maxResults ?? usual, input.nextToken)
    if (!page) throw wrongToken()
    return {
      imageDetails: page.items.map((image) => ({
        registryId: call.world.accountId,
        repositoryName: repository.name,
        imageDigest: image.digest,
        imageTags: image.tags.length > 0 ? image.tags : undefined,
        imageSizeInBytes: image.size,
        imagePushedAt: new Date(image.pushedAt),
        imageManifestMediaType: mediaTypeOf(image),
      })),
      nextToken: page.nextToken,
    }
  },
  ({ repositoryName = '' }, call) => authorizeRepository(call, repositoryName),
)
