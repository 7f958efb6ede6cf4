using System.Collections.Immutable;

namespace Conformance.Events.Versions;

/// <summary>What a redaction keeps of an event (Matrix specification, Room versions, Redactions).</summary>
public sealed record RedactionRules
{
    private readonly uint _kept;

    internal RedactionRules(uint kept, params ImmutableArray<RedactedContent> contents)
    {
        _kept = kept;
        Contents = contents;
    }

    /// <summary>The types of events that keep something of their content; all others keep an empty object.</summary>
    public ImmutableArray<RedactedContent> Contents { get; }

    /// <summary>Whether a member of the event is kept. Members that <see cref="EventField"/> doesn't know never are.</summary>
    /// <param name="field">The member.</param>
    /// <returns>True when it is.</returns>
    public bool Keeps(EventField field) => (_kept >> (int)field & 1) != 0;

    /// <summary>What is kept of the content of a type of event.</summary>
    /// <param name="type">The event's type in UTF-8.</param>
    /// <returns>The rule, or null when nothing is kept.</returns>
    public RedactedContent? ContentOf(ReadOnlySpan<byte> type)
    {
        foreach (RedactedContent content in Contents)
        {
            if (content.TypeUtf8.AsSpan().SequenceEqual(type))
            {
                return content;
            }
        }

        return null;
    }
}
