/** An open menu of the header closes by Escape and by a press elsewhere. */
export function closeMenus(): void {
  const opened = () => document.querySelector<HTMLDetailsElement>('.menu[open]');
  document.addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' ? opened() : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    const menu = opened();
    if (menu && !menu.contains(target as Node)) menu.open = false;
  });
}
