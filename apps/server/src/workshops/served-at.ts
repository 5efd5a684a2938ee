import type { WorkshopStore } from '@reportback/domain';

const fact = 'public-url';

/** Where the last server on these data said that people reach it; commands beside it make links of it. */
export async function servedAt(store: WorkshopStore): Promise<URL | null> {
  const said = await store.fact(fact);
  return said === null ? null : new URL(said);
}

export async function setServedAt(store: WorkshopStore, publicUrl: URL): Promise<void> {
  await store.setFact(fact, publicUrl.origin);
}
