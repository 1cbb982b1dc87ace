/** A part of the site that did not arrive: after a deployment the old parts are gone. The reader decides when to reload. */
export class ChunkMissing extends Error {
  constructor(cause: unknown) {
    // Not the browser's words: the router would recognise them and reload by itself, whatever the reader is doing.
    super('A part of the console could not be loaded', { cause })
    this.name = 'ChunkMissing'
  }
}

/** Loads a part of the site; without a network, once there is one. @throws ChunkMissing */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (navigator.onLine) throw new ChunkMissing(error)
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
    return loadPart(load)
  }
}
