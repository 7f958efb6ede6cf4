using Conformance.Events.Hashing;

namespace Conformance.Events.Rules;

/// <summary>An event isn't larger than 65,536 bytes.</summary>
internal static class EVT008
{
    private const string Id = nameof(EVT008);

    public static void Check(EventVisit visit, int size)
    {
        if (size > EventHasher.MaxEventBytes && visit.Wants(Id))
        {
            visit.Report(Id, visit.Document.Root, ("size", size), ("limit", EventHasher.MaxEventBytes));
        }
    }
}
