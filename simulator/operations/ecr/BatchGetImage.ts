/** BatchGetImage. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html */
import {
  BatchGetImage$,
  type BatchGetImageCommandInput,
  type BatchGetImageCommandOutput,
  type Image,
  type ImageFailure,
} from '@aws-sdk/client-ecr'
import { operation } from '../../operation.ts'
import { authorizeRepository, repositoryNamed } from './look-up.ts'
import { imageOf, singleType } from './manifests.ts'

export const BatchGetImage = operation<BatchGetImageCommandInput, BatchGetImageCommandOutput>(
  BatchGetImage$,
  (input, call) => {
    const repository = repositoryNamed(call, input.repositoryName ?? '')
    // Who does not ask for an index gets the manifest of one image.
    const accepted = input.acceptedMediaTypes ?? [singleType]
    const images: Image[] = []
    const failures: ImageFailure[] = []
    for (const id of input.imageIds ?? []) {
      const found = imageOf(repository, id)
      if (found) {
        images.push({
          registryId: call.world.accountId,
          repositoryName: repository.name,
          imageId: { ...id, imageDigest: found.digest },
          ...found.manifest(accepted),
        })
      } else
        failures.push({
          imageId: id,
          failureCode: 'ImageNotFound',
          failureReason: 'Requested image not found',
        })
    }
    return { images, failures }
  },
  ({ repositoryName = '' }, call) => authorizeRepository(call, repositoryName),
)
