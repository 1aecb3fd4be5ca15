/** So many milliseconds are pictures waited for. */
const LONGEST = 10_000;

/** Ends when every picture on paper is there, or is known to be missing. */
export async function readyToPrint(page: Document = document): Promise<void> {
  const end = Date.now() + LONGEST;
  while (page.querySelector('.notes-paper [data-coming]') && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await Promise.allSettled([...page.querySelectorAll<HTMLImageElement>('.notes-paper img')].map((one) => one.decode()));
}
