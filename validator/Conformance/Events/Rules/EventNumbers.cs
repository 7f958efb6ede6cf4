using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Goes through the numbers that a reader noted in an event. What <c>unsigned</c> holds is covered by no hash and left alone.</summary>
internal static class EventNumbers
{
    private static readonly FaultSet Kinds = FaultSet.Of(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.IntegerOutOfRange, FaultKind.NegativeZero, FaultKind.NumberOverflow, FaultKind.CborNonFinite);

    public static void Check(EventVisit visit, bool isObject)
    {
        Document document = visit.Document;
        if (!isObject || !document.FaultKinds.Overlaps(Kinds) || visit.Version is not { } version)
        {
            return;
        }

        Node left = visit.Event[EventField.Unsigned];
        int last = -1;
        foreach (DocumentFault fault in document.Faults)
        {
            // A reader may note several things of one number; the first decides.
            if (!Kinds.Contains(fault.Kind) || fault.Node <= last || fault.Node >= document.NodeCount || Holds(left, fault.Node))
            {
                continue;
            }

            last = fault.Node;
            Judge(visit, document[fault.Node], fault.Kind, version);
        }
    }

    private static void Judge(EventVisit visit, Node number, FaultKind kind, RoomVersion version)
    {
        bool isLarge = number.Kind == NodeKind.Integer && kind != FaultKind.NegativeZero;
        if (number.Kind == NodeKind.Float && !double.IsFinite(number.DoubleValue) && (number.Flags & NodeFlags.Incomplete) == 0)
        {
            EVT015.Report(visit, number);
        }
        else if (version.StrictCanonicalJson)
        {
            if (isLarge || kind == FaultKind.IntegerOutOfRange)
            {
                EVT012.Report(visit, number);
            }
            else
            {
                EVT011.Report(visit, number);
            }
        }
        else if (isLarge || kind == FaultKind.IntegerOutOfRange)
        {
            EVT014.Report(visit, number);
        }
        else
        {
            EVT013.Report(visit, number);
        }
    }

    private static bool Holds(Node node, int index) => node.Exists && index >= node.Index && index < node.Record.Next;
}
