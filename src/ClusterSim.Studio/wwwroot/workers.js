// The page's side of the workers: hands requests out, drops what belongs to an older job, and tells the page what comes
// back, a batch at a time so that drawing never takes more than a part of its time.
const batchMilliseconds = 50;
const patienceMilliseconds = 1000;

let owner, queue = [], workers = [], job = 0, batch = [], timer = 0;

export function open(page, most) {
  owner = page;
  const count = Math.max(1, Math.min(most, (navigator.hardwareConcurrency || 2) - 1));
  for (let i = 0; i < count; i++) workers.push(hire());
  return count;
}

export function begin(requests) {
  cancel();
  queue = JSON.parse(requests).map((request, item) => ({ job, item, request: JSON.stringify(request) }));
  workers.forEach(handOut);
  return job;
}

export function cancel() {
  job++;
  queue = [];
  batch = [];
  for (const worker of workers.filter(each => each.busy && !each.patience)) {
    worker.thread.postMessage('stop');
    // One that hangs in a long slice is replaced; that takes a second or two, so it is the exception.
    worker.patience = setTimeout(() => {
      worker.thread.terminate();
      workers[workers.indexOf(worker)] = hire();
    }, patienceMilliseconds);
  }
}

export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function hire() {
  const worker = { thread: new Worker('worker.js', { type: 'module' }), ready: false, busy: false, patience: 0 };
  worker.thread.onmessage = ({ data }) => hear(worker, data);
  worker.thread.onerror = event => tell({ item: -1, said: '', done: true, error: event.message || 'a worker could not start' });
  return worker;
}

function handOut(worker) {
  if (!worker.ready || worker.busy || queue.length === 0) return;
  worker.busy = true;
  worker.thread.postMessage(queue.shift());
}

function hear(worker, data) {
  if (data.ready) {
    worker.ready = true;
    document.documentElement.dataset.vectorBits = data.vectorBits;
  } else {
    if (data.done) {
      worker.busy = false;
      clearTimeout(worker.patience);
      worker.patience = 0;
    }
    if (data.job === job) tell({ item: data.item, said: data.said, done: data.done, error: data.error });
  }
  handOut(worker);
}

function tell(message) {
  batch.push(message);
  timer ||= setTimeout(() => {
    timer = 0;
    if (batch.length === 0) return;
    const messages = JSON.stringify(batch);
    batch = [];
    owner.invokeMethodAsync('Hear', job, messages);
  }, batchMilliseconds);
}
