using System.Globalization;
using Conformance.Findings;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Graphs.Drawing;

/// <content>What stands on the nodes.</content>
internal sealed partial class DrawingBuilder
{
    /// <summary>Room for a line, in columns.</summary>
    private const int Columns = 34;

    private DrawnMarks MarksOf(int index)
    {
        GraphPlace place = _graph.PlaceOf(index);
        DrawnMarks marks = _room.Has(index, RoomEventFlags.Create) ? DrawnMarks.Create : 0;
        marks |= _room.SlotOf(index) >= 0 ? DrawnMarks.State : 0;
        marks |= (place & GraphPlace.Rejected) != 0 ? DrawnMarks.Rejected : 0;
        marks |= (place & GraphPlace.SoftFailed) != 0 ? DrawnMarks.SoftFailed : 0;
        marks |= (place & GraphPlace.Outlier) != 0 ? DrawnMarks.Outlier : 0;
        marks |= (place & GraphPlace.StateGiven) != 0 ? DrawnMarks.StateGiven : 0;
        marks |= _ends.Contains(index) ? _leftBehind.Contains(index) ? DrawnMarks.LeftBehind : DrawnMarks.End : 0;
        marks |= _named.Contains(index) ? DrawnMarks.Named : 0;
        return marks | (_depthsOff.Contains(index) ? DrawnMarks.DepthOff : 0);
    }

    private DrawnNode Describe((int First, int Last) node) => IsRow(node.First) ? DescribeRow(node.First, node.Last) : DescribeEvent(node.First);

    private DrawnNode DescribeRow(int first, int last)
    {
        string depths = string.Create(CultureInfo.InvariantCulture, $"depth {_room.DepthOf(first)} to {_room.DepthOf(last)}");
        List<string> lines = [string.Create(CultureInfo.InvariantCulture, $"… {_sizes[first]} events …"), depths];
        if (_states[first] > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{_states[first]} of them state"));
        }

        return new DrawnNode(DrawnKind.Stretch, DrawnMarks.None, lines, $"From {IdOf(first)} to {IdOf(last)}");
    }

    private DrawnNode DescribeEvent(int index)
    {
        DrawnMarks marks = MarksOf(index);
        string type = Quoting.Safe(_room.Texts[_room.TypeOf(index)]);
        string sender = Quoting.Safe(_room.Texts[_room.SenderOf(index)]);
        string? stateKey = _room.StateKeyOf(index) < 0 ? null : Quoting.Safe(_room.Texts[_room.StateKeyOf(index)]);
        string who = stateKey is null or "" || stateKey == sender ? Label.Clip(sender, Columns) : $"{Label.Clip(sender, 16)} → {Label.Clip(stateKey, 15)}";
        string depth = string.Create(CultureInfo.InvariantCulture, $"{Label.Clip(IdOf(index), 10)} · depth {_room.DepthOf(index)}");
        string what = _room.MembershipOf(index) is var membership and not Membership.None ? $"{type} ({membership.ToString().ToLowerInvariant()})" : type;
        List<string> lines = [Label.Clip(what, Columns), who, depth];
        string words = Words(marks);
        if (words.Length > 0)
        {
            lines.Add(words);
        }

        string details = stateKey is null ? $"{IdOf(index)}, {type} by {sender}" : $"{IdOf(index)}, {type} \"{stateKey}\" by {sender}";
        return new DrawnNode(DrawnKind.Event, marks, lines, details);
    }

    private DrawnNode DescribeMissing(int index) => new(
        DrawnKind.Missing, DrawnMarks.None, [Label.Clip(IdOf(index), 16), _room.Has(index, RoomEventFlags.Held) ? "malformed" : "not here"], IdOf(index));

    private string IdOf(int index) => Quoting.Safe(_room.IdOf(index));

    private static string Words(DrawnMarks marks)
    {
        var words = new List<string>();
        AddWord(DrawnMarks.Named, "asked for");
        AddWord(DrawnMarks.Create, "create");
        AddWord(DrawnMarks.State, "state");
        AddWord(DrawnMarks.End, "end");
        AddWord(DrawnMarks.LeftBehind, "end left behind");
        AddWord(DrawnMarks.Rejected, "rejected");
        AddWord(DrawnMarks.SoftFailed, "soft-failed");
        AddWord(DrawnMarks.Outlier, "held apart");
        AddWord(DrawnMarks.StateGiven, "state given");
        AddWord(DrawnMarks.DepthOff, "depth off");
        return string.Join(" · ", words);

        void AddWord(DrawnMarks mark, string word)
        {
            if ((marks & mark) != 0)
            {
                words.Add(word);
            }
        }
    }
}
