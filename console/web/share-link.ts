import { element } from "./element";

/** Shows the address that leads to a look-up, and copies it when asked to. */
export function offerLink(number: string): void {
  element("link", HTMLInputElement).value = addressOf(number);
  element("copied", HTMLElement).textContent = "";
}

/** The address of this page with a number. */
export function addressOf(number: string): string {
  return `${location.origin}${location.pathname}?${new URLSearchParams({ number })}`;
}

/** Makes the button copy what is shown. Where nothing may be copied, what is to be copied by hand is selected. */
export function prepareCopying(): void {
  const [button, link] = [element("copy", HTMLButtonElement), element("link", HTMLInputElement)];
  button.addEventListener("click", async () => {
    const isCopied = await copy(link.value);
    if (!isCopied) link.select();
    element("copied", HTMLElement).textContent = isCopied
      ? "The link is copied."
      : "Your browser does not let this page copy. The link is selected: copy it with your keyboard.";
  });
}

function copy(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return Promise.resolve(false);
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
