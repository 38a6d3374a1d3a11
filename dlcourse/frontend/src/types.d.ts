// Types that the parts of a page share. The types from Python are in generated/course.d.ts, in the namespace Course.

declare namespace Page {
  type Name = keyof Course.PropsOf;
  type Component<N extends Name> = (props: Course.PropsOf[N]) => import("preact").ComponentChild;
  type AllComponents = { [N in Name]: Component<N> };
  /** The components of some pages, by name. */
  type Components = Partial<AllComponents>;
  /** Any message of any page. */
  type Message = Course.MessagesOf[Name];

  type Children = import("preact").ComponentChildren;
  type Ref<T> = import("preact").RefObject<T | null>;

  /** What the host of a page gives it. */
  interface Surroundings {
    /** The beginning of all addresses; empty if there is no server. */
    base: string;
    /** The level of the page's heading. */
    level: number;
    /** Loads the renderer of charts. */
    renderer: () => Promise<Renderer>;
  }

  /** What every part of a page may use. `M` are the messages that it may send. */
  interface Context<M> extends Surroundings {
    /** Sends a message, unless one is under way. `key` names the form to empty once it was carried out. */
    send: (message: M, key?: string) => void;
    /** Sends a message after those under way. */
    queue: (message: M, key?: string) => void;
    /** Whether a message is under way. */
    busy: boolean;
    /** How many messages were carried out. */
    done: number;
    connection: import("./wire/connection.js").Connection;
    /** Stores what is filled in to the page's forms. */
    keeper: import("./wire/drafts.js").DraftKeeper;
    /** The slot of a form that is stored only in the tab, by the form's name on this page. */
    slotOf: (key: string) => string;
    /** The page's drafts that the course has stored, the newest first. */
    drafts: Course.DraftCard[];
    draft_words: Course.DraftWords;
    place: Record<string, unknown>;
  }

  /** A copy of a person's work in the browser: whose it is, from when, and the compressed file. */
  interface WorkCopy {
    person: string;
    at: string;
    packed: string;
  }

  /** Draws charts: see charts/renderer.js. */
  interface Renderer {
    drawChart: (el: HTMLElement, spec: Record<string, unknown>) => Promise<Drawn>;
  }
  /** A chart that was drawn; `end` removes it. */
  interface Drawn {
    end: () => void;
  }

  /** A widget's connection to its kernel, as Jupyter gives it. */
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

  /** A message under way, with the id that its answer will have. */
  type Sent = { id: string, say?: string } & Record<string, unknown>;

  /** What a page receives. */
  interface News {
    props?: Now["props"];
    changes?: import("./wire/changes.js").Change[];
    /** The revision of the props before the changes, and after them. */
    since?: number;
    revision?: number;
    answered?: string | null;
    error?: Course.NoticeProps | null;
    taken?: boolean;
    pong?: number;
  }

  /** Carries the messages of a connection. */
  interface Host {
    /** Sends a message. */
    transmit: (message: object) => void;
    /** The first message, with the place where the person was. */
    greeting: (place: Record<string, unknown>) => object;
    /** Called if nobody answers. */
    silence: () => void;
    /** Called if the greeting was refused. */
    refused: () => void;
    /** Whether silence has no meaning yet. */
    patient: () => boolean;
  }

  /** The state of a connection. */
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
