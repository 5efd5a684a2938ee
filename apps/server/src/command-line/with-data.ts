import type { WorkshopStore } from '@reportback/domain';
import { openCommandStorage, problemOfDamage, type Storage } from '@reportback/storage-sqlite';
import { Signer } from '../access/signer.ts';
import type { LinkMaker } from '../access/workshop-links.ts';
import { type Config, localUrl, readConfig } from '../config.ts';
import { sessionOf } from '../workshops/group-documents.ts';
import { servedAt } from '../workshops/served-at.ts';

/** What a command finds in the data folder. */
export interface Data {
  readonly config: Config;
  readonly storage: Storage;
  readonly maker: LinkMaker;
}

/**
 * Opens the data folder for one command, beside a running server or without one, and closes it afterwards.
 * @param where `made` for a command that may be the first of all; the others make nothing where nothing is
 * @throws StorageProblem
 */
export async function withData<Result>(
  work: (data: Data) => Promise<Result>,
  where: 'made' | 'there' = 'there',
): Promise<Result> {
  const config = readConfig(process.env, process.cwd());
  const storage = openCommandStorage(config.dataDir, { sessionOf }, where);
  try {
    const publicUrl = await publicUrlOf(config, storage.workshops);
    return await work({
      config,
      storage,
      maker: { signer: new Signer(storage.serverKey), publicUrl },
    });
  } catch (error) {
    throw problemOfDamage(config.dataDir, error);
  } finally {
    await storage.close();
  }
}

/** Where links lead: where this environment says that people reach the server, or else where it was last reached. */
async function publicUrlOf(config: Config, store: WorkshopStore): Promise<URL> {
  return config.publicUrl ?? (await servedAt(store)) ?? localUrl(config.port, config.tls !== null);
}
