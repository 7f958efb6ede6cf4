using Conformance.Events.Hashing;

namespace Conformance.Events.Rules;

/// <summary>An event is within the limit also with its <c>unsigned</c>.</summary>
internal static class EVT010
{
    private const string Id = nameof(EVT010);

    public static void Check(EventVisit visit, int size, int withUnsigned)
    {
        if (size <= EventHasher.MaxEventBytes && withUnsigned > EventHasher.MaxEventBytes && visit.Wants(Id))
        {
            visit.Report(Id, visit.Document.Root, ("size", size), ("withUnsigned", withUnsigned), ("limit", EventHasher.MaxEventBytes));
        }
    }
}
