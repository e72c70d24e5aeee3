/** Opens a dialog over the page. A page whose scroll bar takes room keeps that room while it cannot be scrolled. */
export function showModal(dialog: HTMLDialogElement): void {
  const { documentElement: page } = document;
  dialog.toggleAttribute("data-gutter", window.innerWidth > page.clientWidth);
  dialog.showModal();
}
