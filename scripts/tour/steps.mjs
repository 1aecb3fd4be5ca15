/**
 * @typedef {object} Seen
 * @property {import('playwright-core').Page} window
 * @property {readonly string[]} complaints errors of the page and what its content policy stopped
 * @property {() => Promise<{ window: import('playwright-core').Page }>} restart closes Satchel and opens it again
 */

const QUERY = 'who can I talk to before a tender';
const PAGE = 'What the law lets you talk about';
const SECTION = 'Who you may talk to';
const LINKED = 'concept-viability-session';

/**
 * The main job, as a person does it: by what is written on the screen and by keys. Each step waits for what it says
 * and throws when that does not come.
 * @type {readonly { name: string, work: (seen: Seen) => Promise<void> }[]}
 */
export const STEPS = [
  {
    name: 'The window opens on the first-run screen',
    work: async ({ window }) => {
      await heading(window, /^Your guidance is (nearly )?ready$/);
    },
  },
  {
    name: 'Both starter packs are installed and ready to search',
    work: async ({ window }) => {
      await window.getByText('Ready to read and search').nth(1).waitFor({ timeout: 120_000 });
    },
  },
  {
    name: '“Start reading” leads to the Library with both packs',
    work: async ({ window }) => {
      await window
        .getByRole('button', { name: 'Start reading' })
        .or(window.getByRole('link', { name: 'Start reading' }))
        .click();
      await heading(window, 'Library');
      const main = window.getByRole('main');
      await main.getByText('Engage early').first().waitFor();
      await main.getByText('Experiment safely').first().waitFor();
    },
  },
  {
    name: `Ctrl+K and “${QUERY}”: results come while typing, “${SECTION}” among the first three`,
    work: async ({ window }) => {
      await window.keyboard.press('Control+K');
      await window.keyboard.type(QUERY.slice(0, 16), { delay: 40 });
      await results(window).first().waitFor();
      await window.keyboard.type(QUERY.slice(16), { delay: 40 });
      await window.waitForFunction(
        (words) =>
          [...document.querySelectorAll('#results [data-result]')]
            .slice(0, 3)
            .some((link) => link.textContent === words),
        SECTION,
      );
    },
  },
  {
    name: `Arrow down to “${SECTION}” and Enter: its page opens at that heading`,
    work: async ({ window }) => {
      for (let moves = 0; moves < 3; moves += 1) {
        await window.keyboard.press('ArrowDown');
        if ((await focused(window)) === SECTION) break;
      }
      await window.keyboard.press('Enter');
      await heading(window, PAGE);
      await window.waitForFunction((words) => document.activeElement?.textContent?.includes(words), SECTION);
    },
  },
  {
    name: 'A link in the page leads to another page',
    work: async ({ window }) => {
      const link = window.getByRole('main').locator(`a[href*="/${LINKED}"]`).first();
      await link.scrollIntoViewIfNeeded();
      await link.click();
      await window.waitForURL(`**/read/*/${LINKED}*`);
      await window.getByRole('heading', { level: 1 }).filter({ hasNotText: PAGE }).waitFor();
    },
  },
  {
    name: 'Its picture is shown',
    work: async ({ window }) => {
      const picture = window.getByRole('main').getByRole('img').first();
      await picture.scrollIntoViewIfNeeded();
      await window.waitForFunction(() => {
        const image = document.querySelector('main img');
        return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
      });
    },
  },
  {
    name: 'Alt+Left, twice: back at the results as they were',
    work: async ({ window }) => {
      await window.keyboard.press('Alt+ArrowLeft');
      await heading(window, PAGE);
      await window.keyboard.press('Alt+ArrowLeft');
      await results(window).filter({ hasText: SECTION }).waitFor();
      if ((await focused(window)) !== SECTION) throw new Error(`The focus is not on “${SECTION}”.`);
      const words = await window.locator('#search-box').inputValue();
      if (words !== QUERY) throw new Error(`The search box says “${words}”, not “${QUERY}”.`);
    },
  },
  {
    name: 'Closed and opened again: the same search, its results ready at once',
    work: async ({ restart }) => {
      const { window } = await restart();
      await results(window).filter({ hasText: SECTION }).waitFor();
    },
  },
  {
    name: 'No error on the way, and nothing that the content policy had to stop',
    work: async ({ complaints }) => {
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
  },
];

/** @param {import('playwright-core').Page} window */
const results = (window) => window.locator('#results [data-result]');

/** @param {import('playwright-core').Page} window */
const focused = (window) => window.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/**
 * @param {import('playwright-core').Page} window
 * @param {string | RegExp} name
 */
const heading = (window, name) => window.getByRole('heading', { level: 1, name }).waitFor();
