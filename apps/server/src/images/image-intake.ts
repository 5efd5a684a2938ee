import type { ImageFile, ImageId, ImagePlace, ImageStore, WorkshopId } from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import { type ImageLimits, megabytes } from './image-limits.ts';
import { soundImage } from './sound-image.ts';

/** Images that are on their way in at once: each may take as many bytes as one may have. */
const mostAtOnce = 24;
/** Of one workshop, so that no workshop keeps the others waiting. */
const mostOfWorkshop = 8;

/** Takes images in: one at a time is decoded, beside the event loop, and none is called stored before it is on disk. */
export class ImageIntake {
  readonly limits: ImageLimits;
  readonly #images: ImageStore;
  readonly #durable: () => Promise<void>;
  readonly #underWay = new Map<WorkshopId, number>();
  #last: Promise<unknown> = Promise.resolve();

  /** @param parts.durable resolves once all that was written before is on disk */
  constructor(parts: {
    readonly images: ImageStore;
    readonly limits: ImageLimits;
    readonly durable: () => Promise<void>;
  }) {
    this.limits = parts.limits;
    this.#images = parts.images;
    this.#durable = parts.durable;
  }

  /**
   * Runs what receives one image of a workshop.
   * @throws Refusal `slow-down` while too many are on their way
   */
  async receive<Result>(workshop: WorkshopId, work: () => Promise<Result>): Promise<Result> {
    const own = this.#underWay.get(workshop) ?? 0;
    const all = [...this.#underWay.values()].reduce((sum, each) => sum + each, 0);
    if (own >= mostOfWorkshop || all >= mostAtOnce)
      throw new Refusal('slow-down', 'Many images are on their way. This one is sent again soon.');
    this.#underWay.set(workshop, own + 1);
    try {
      return await work();
    } finally {
      const left = (this.#underWay.get(workshop) ?? 1) - 1;
      if (left > 0) this.#underWay.set(workshop, left);
      else this.#underWay.delete(workshop);
    }
  }

  /** The image as it can be stored, when it is its turn. @throws Refusal as {@link soundImage} */
  sound(bytes: Buffer): Promise<ImageFile> {
    const turn = this.#last.then(() => soundImage(bytes, this.limits));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Stores an image; on disk when it resolves. One that this table has already stays as it is.
   * @throws Refusal for an id that another table uses, a workshop that is full or gone
   */
  async store(id: ImageId, place: ImagePlace, file: ImageFile): Promise<void> {
    const most = this.limits.bytesPerWorkshop;
    switch (await this.#images.add(id, place, file, most)) {
      case 'added':
      case 'there':
        await this.#durable();
        return;
      case 'elsewhere':
        throw new Refusal('not-now', 'Another table has an image of this id. Choose a fresh one.');
      case 'no-room':
        throw new Refusal(
          'too-large',
          `The images of this workshop would take more than ${megabytes(most)}, which is all that they may. Ask the organizers.`,
        );
      case 'deleted':
        throw new Refusal('not-found', 'The workshop of this image was deleted.');
    }
  }
}
