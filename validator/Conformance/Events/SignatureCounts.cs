using Conformance.Findings;

namespace Conformance.Events;

/// <summary>What was counted among the signatures of events. Summed up on commit.</summary>
internal sealed class SignatureCounts
{
    /// <summary>Signatures that are good, those of copies too.</summary>
    public long Verified { get; set; }

    /// <summary>Events that have all signatures they need, each of them good.</summary>
    public long EventsVerified { get; set; }

    /// <summary>Events with a signature that is certainly wrong or missing.</summary>
    public long EventsRefused { get; set; }

    /// <summary>Events whose signatures could not be checked for want of a library.</summary>
    public long WithoutLibrary { get; set; }

    /// <summary>Events that a redaction left, so that it isn't known whether a signature is needed.</summary>
    public long RedactedInvites { get; set; }

    /// <summary>Events that were signed by keys that aren't known.</summary>
    public ServerTally UnknownKeys { get; } = new();

    /// <summary>Events that were signed by algorithms that aren't known.</summary>
    public ServerTally UnknownAlgorithms { get; } = new();

    /// <summary>Events that are later than what is known of their keys.</summary>
    public ServerTally LapsedKeys { get; } = new();

    /// <summary>What was counted, for a report.</summary>
    public IEnumerable<Statistic> ToStatistics()
    {
        yield return new Statistic("signaturesVerified", Verified);
        yield return new Statistic("eventsWithAllSignaturesVerified", EventsVerified, IsDetail: true);
        yield return new Statistic("eventsWithWrongSignatures", EventsRefused, IsDetail: true);
        yield return new Statistic("eventsWithUncheckedSignatures", Unchecked, IsDetail: true);
        yield return new Statistic("serversWithoutKnownKeys", UnknownKeys.Servers, IsDetail: true);
    }

    /// <summary>Adds what was counted later in the input.</summary>
    public void Add(SignatureCounts later)
    {
        Verified += later.Verified;
        EventsVerified += later.EventsVerified;
        EventsRefused += later.EventsRefused;
        WithoutLibrary += later.WithoutLibrary;
        RedactedInvites += later.RedactedInvites;
        UnknownKeys.Add(later.UnknownKeys);
        UnknownAlgorithms.Add(later.UnknownAlgorithms);
        LapsedKeys.Add(later.LapsedKeys);
    }

    private long Unchecked => WithoutLibrary + RedactedInvites + UnknownKeys.Events + UnknownAlgorithms.Events + LapsedKeys.Events;
}
