// A worker has a .NET runtime of its own, works in slices, and looks for messages between them.
import { dotnet } from './_framework/dotnet.js';

const runtime = await dotnet.withDiagnosticTracing(false).create();
const engine = (await runtime.getAssemblyExports('ClusterSim.Studio')).ClusterSim.Studio.Work.WorkerExports;

// A message to oneself comes back without the delay that timers have.
const turn = new MessageChannel();
let current = null, turning = false;

turn.port1.onmessage = () => {
  turning = false;
  if (current === null) return;
  try {
    const said = engine.Step();
    if (said === null || said === undefined) return end('');
    if (said !== '') postMessage({ job: current.job, item: current.item, said, done: false, error: '' });
    next();
  } catch (failure) {
    end(failure.message);
  }
};

function next() {
  if (!turning) turn.port2.postMessage(0);
  turning = true;
}

function end(error) {
  const { job, item } = current;
  current = null;
  postMessage({ job, item, said: '', done: true, error });
}

onmessage = ({ data }) => {
  if (data === 'stop') {
    if (current !== null) end('stopped');
    return;
  }
  current = data;
  try {
    engine.Begin(data.request);
    next();
  } catch (failure) {
    end(failure.message);
  }
};

postMessage({ ready: true, vectorBits: engine.VectorBits() });
