/** Opens a modal dialog. The page keeps the width of its scroll bar, so that nothing moves. */
export function showModal(dialog: HTMLDialogElement): void {
  const { documentElement: page } = document;
  dialog.toggleAttribute("data-gutter", window.innerWidth > page.clientWidth);
  dialog.showModal();
}
