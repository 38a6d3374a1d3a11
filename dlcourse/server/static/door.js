// On every page: removes the key or code from the address, so that nobody copies it, passes it on or finds it in the
// history. On the page that asks for the key: sends the key. On the page to join: fills in the code.

function takeKey() {
  const key = new URLSearchParams(location.hash.slice(1)).get("key");
  if (!key) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const form = document.getElementById("door");
  if (!form) return; // this browser has been admitted already
  form.elements.key.value = key;
  form.submit();
}

function takeCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (!code) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const form = document.getElementById("join");
  if (!form) return;
  form.elements.code.value = code;
  form.elements.name.focus();
}

function take() {
  takeKey();
  takeCode();
}

addEventListener("hashchange", take); // somebody replaces the address by the one with the key or code
take();
