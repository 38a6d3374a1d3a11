import { draw, put } from "./toy.js";

const start = JSON.parse(document.getElementById("start").textContent);
const page = document.getElementById("page");
const socket = new WebSocket(new URL(start.live, location.href.replace(/^http/, "ws")));
const say = (message) => socket.send(JSON.stringify(message));
socket.onopen = () => say({ page: start.page, place: start.place });
let props = {};
socket.onmessage = ({ data }) => {
  const news = JSON.parse(data);
  if (!news.props && !news.changes) return;
  props = news.props ?? news.changes.reduce((now, { at, set }) => put(now, at, set), props);
  draw(page, props, say);
};
