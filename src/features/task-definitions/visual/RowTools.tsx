/** A row that can be removed, and the button that adds one. */
import Button from '@cloudscape-design/components/button'

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <Button variant="icon" iconName="remove" ariaLabel={label} onClick={onClick} />
}

export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="inline-link" iconName="add-plus" onClick={onClick}>
      {label}
    </Button>
  )
}
