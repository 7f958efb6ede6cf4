using Conformance.Documents;

namespace Conformance.Pipeline;

/// <summary>What one thread needs to check a block: made once a thread, used by one block at a time.</summary>
internal sealed class BlockWork(FindingBuffer sink)
{
    private readonly Dictionary<Type, object> _tools = [];

    /// <summary>A document to read items into, one after the other.</summary>
    public Document Document { get; } = new();

    /// <summary>Takes what is found in the block at hand.</summary>
    public FindingBuffer Sink { get; set; } = sink;

    /// <summary>The member's name, for locations.</summary>
    public string Member { get; set; } = "";

    /// <summary>The member's position in the run, for <see cref="Findings.Finding.MemberOrdinal"/>.</summary>
    public int MemberOrdinal { get; set; }

    /// <summary>A tool of the thread's own (buffers, a hasher), made at the first call.</summary>
    public T Tool<T>()
        where T : class, new()
    {
        if (!_tools.TryGetValue(typeof(T), out object? tool))
        {
            tool = new T();
            _tools.Add(typeof(T), tool);
        }

        return (T)tool;
    }
}
