/** A place that grows with its content and does not shrink with it, so that what stands below stays where it is. */
import { type RefCallback, useCallback } from 'react'

/** For the element that is the place. Another width is another place. */
export function useGrownPlace<Place extends HTMLElement>(): RefCallback<Place> {
  return useCallback((place: Place | null) => {
    if (!place) return undefined
    let width = place.offsetWidth
    const watch = new ResizeObserver(() => {
      if (place.offsetWidth !== width) {
        width = place.offsetWidth
        place.style.minHeight = ''
      }
      place.style.minHeight = `${String(place.offsetHeight)}px`
    })
    watch.observe(place)
    return () => watch.disconnect()
  }, [])
}
