using System.Text.Json;
using ClusterSim.Studio.Work;
using Microsoft.JSInterop;

namespace ClusterSim.Studio.Page;

/// <summary>The page's workers: whatever begins ends what was under way, and what older work still says is not heard.</summary>
public sealed class WorkerPool(IJSRuntime browser) : IAsyncDisposable
{
    /// <summary>More make one another wait for memory and leave the reader's other programs nothing.</summary>
    private const int Most = 4;

    private IJSObjectReference? _script;
    private DotNetObjectReference<WorkerPool>? _self;
    private int _job;

    private Action<WorkerMessage>? _hear;
    private Action? _stopped;

    public int Workers { get; private set; }

    public async Task Open()
    {
        _script = await browser.InvokeAsync<IJSObjectReference>("import", "./workers.js");
        _self = DotNetObjectReference.Create(this);
        Workers = await _script.InvokeAsync<int>("open", _self, Most);
    }

    /// <summary>Begins a job in place of the one under way.</summary>
    /// <param name="hear">Told what the workers say.</param>
    /// <param name="stopped">Told if something else takes the job's place.</param>
    public async Task Begin(IReadOnlyList<WorkerRequest> requests, Action<WorkerMessage> hear, Action stopped)
    {
        Drop();
        (_hear, _stopped) = (hear, stopped);
        _job = await _script!.InvokeAsync<int>("begin", JsonSerializer.Serialize(requests, WireFormat.Default.IReadOnlyListWorkerRequest));
    }

    public async Task Cancel()
    {
        Drop();
        await _script!.InvokeVoidAsync("cancel");
    }

    /// <summary>Says that the job is over, so that what comes next takes nothing's place.</summary>
    public void Finish() => (_hear, _stopped) = (null, null);

    /// <summary>Hands the reader a file.</summary>
    public async Task Save(string name, string text) => await _script!.InvokeVoidAsync("save", name, text);

    [JSInvokable]
    public void Hear(int job, string messages)
    {
        if (job != _job) return;
        foreach (WorkerMessage message in JsonSerializer.Deserialize(messages, WireFormat.Default.IReadOnlyListWorkerMessage)!) _hear?.Invoke(message);
    }

    private void Drop()
    {
        Action? stopped = _stopped;
        (_job, _hear, _stopped) = (-1, null, null);
        stopped?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_script is not null) await _script.DisposeAsync();
    }
}
