// What the parts of a page share, as types. What comes from Python is in generated/course.d.ts, in the namespace Course.

declare namespace Page {
  type Name = keyof Course.PropsOf;
  type Component<N extends Name> = (props: Course.PropsOf[N]) => import("preact").ComponentChild;
  type AllComponents = { [N in Name]: Component<N> };
  /** The components of some pages, by the pages' names. */
  type Components = Partial<AllComponents>;
  /** Anything that some page takes. */
  type Message = Course.MessagesOf[Name];

  type Children = import("preact").ComponentChildren;
  type Ref<T> = import("preact").RefObject<T | null>;

  /** Where a page stands, and what its host does for it. */
  interface Surroundings {
    /** What addresses begin with; empty where no server has them. */
    base: string;
    /** The level of the page's heading. */
    level: number;
    /** Promises what draws charts. */
    renderer: () => Promise<Renderer>;
  }

  /** What every part of a page may use; `M` are the messages that it may send. */
  interface Context<M> extends Surroundings {
    /** Sends a message, unless one is under way. `key` names the form that is forgotten once it was carried out. */
    send: (message: M, key?: string) => void;
    /** Sends a message behind those under way. */
    queue: (message: M, key?: string) => void;
    /** Whether a message is under way. */
    busy: boolean;
    /** How many messages were carried out. */
    done: number;
    connection: import("./wire/connection.js").Connection;
    /** Keeps what is filled in to the page's forms. */
    keeper: import("./wire/drafts.js").DraftKeeper;
    /** The slot of a form that is kept in the tab alone, by a name that only this page knows. */
    slotOf: (key: string) => string;
    /** The drafts of the page's forms that the course keeps, the newest first. */
    drafts: Course.DraftCard[];
    draft_words: Course.DraftWords;
    place: Record<string, unknown>;
  }

  /** A copy of a person's work that the browser keeps: whose, from when, and the file, packed. */
  interface WorkCopy {
    person: string;
    at: string;
    packed: string;
  }

  /** What draws charts: see parts/chart-renderer.js. */
  interface Renderer {
    draw: (el: HTMLElement, spec: Record<string, unknown>) => Promise<{ fit: () => unknown; end: () => void }>;
  }

  /** The line of a widget to its kernel, as Jupyter gives it. */
  interface Model {
    get: (name: string) => any;
    set: (name: string, value: any) => void;
    send: (message: object) => unknown;
    on: (name: string, listener: (news: any) => void) => void;
    off: (name: string, listener: (news: any) => void) => void;
    widget_manager?: { kernel?: Kernel };
  }
  interface Kernel {
    status: string;
    connectionStatus: string;
  }

  /** A message on its way: whatever it says, and the id by which it is answered. */
  type Sent = { id: string, say?: string } & Record<string, unknown>;

  /** What comes down to a page. */
  interface News {
    props?: Now["props"];
    changes?: import("./wire/changes.js").Change[];
    /** The revision of the props that the changes are made to, and that they lead to. */
    since?: number;
    revision?: number;
    answered?: string | null;
    error?: Course.NoticeProps | null;
    taken?: boolean;
    pong?: number;
  }

  /** What carries the messages of a connection. */
  interface Host {
    /** Sends a message. */
    transmit: (message: object) => void;
    /** The first message, at the place where the person was. */
    greeting: (place: Record<string, unknown>) => object;
    /** Hears that nobody answers. */
    silence: () => void;
    /** Hears that the greeting was refused. */
    refused: () => void;
    /** May say that silence means nothing yet. */
    patient: () => boolean;
  }

  /** What a connection shows now. */
  interface Now {
    props: Partial<Course.PageProps> & Record<string, any>;
    state: "saved" | "saving" | "lost" | "gone";
    busy: boolean;
    met: boolean;
    ready: boolean;
    error: Course.NoticeProps | null;
    done: number;
  }
}
