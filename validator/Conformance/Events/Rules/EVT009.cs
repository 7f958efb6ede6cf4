using Conformance.Events.Hashing;

namespace Conformance.Events.Rules;

/// <summary>An event of exactly 65,536 bytes is refused by some servers.</summary>
internal static class EVT009
{
    private const string Id = nameof(EVT009);

    public static void Check(EventVisit visit, int size)
    {
        if (size == EventHasher.MaxEventBytes && visit.Wants(Id))
        {
            visit.Report(Id, visit.Document.Root, ("size", size));
        }
    }
}
