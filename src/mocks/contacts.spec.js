import { expect, test } from '@playwright/test';

const gateway = process.env.VITE_GRAPHQL?.replace('/graphql', '') ?? 'http://localhost:8080';
const har = process.env.HAR ?? 'contacts.har';

test.describe('against the simulator', () => {
  const control = (request, method, path, data = {}) => request.fetch(`${gateway}/sandbox/${path}`, { method, data });

  test.beforeEach(({ request }) => control(request, 'POST', 'reset'));

  test('lists contacts with their tags', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('listitem')).toHaveCount(5);
    await expect(page.getByRole('listitem').nth(1)).toContainText('#VIP');
  });

  test('shows one contact as a test wants it', async ({ page, request }) => {
    const id = '230e2625-x31b-41d4-a916-689055440000';
    await control(request, 'PATCH', `contacts/${id}`, { name: { firstName: 'May' } });
    await page.goto('/');
    await expect(page.getByText('May Jackson')).toBeVisible();
  });

  test('says that there is nothing', async ({ page, request }) => {
    await control(request, 'POST', 'reset', { scenario: 'empty' });
    await page.goto('/');
    await expect(page.getByText('No contacts')).toBeVisible();
  });

  test('shows the list when the tags are down', async ({ page, request }) => {
    await control(request, 'POST', 'reset', { scenario: 'tags-down' });
    await page.goto('/');
    await expect(page.getByRole('listitem')).toHaveCount(5);
    await expect(page.getByRole('alert')).toHaveText('UPSTREAM_UNAVAILABLE');
  });

  test('shows that it loads', async ({ page, request }) => {
    await control(request, 'POST', 'reset', { scenario: 'slow' });
    await page.goto('/');
    await expect(page.getByRole('status')).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveCount(5, { timeout: 15_000 });
  });
});

// Recorded once, with RECORD=true and the simulator running; replayed without it.
test('lists contacts as they were recorded', async ({ page, request }) => {
  if (process.env.RECORD === 'true') await request.post(`${gateway}/sandbox/reset`, { data: {} });
  await page.routeFromHAR(har, { url: '**/graphql', update: process.env.RECORD === 'true' });
  await page.goto('/');
  await expect(page.getByText('April Jackson')).toBeVisible();
});
