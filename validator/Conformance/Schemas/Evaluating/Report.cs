using System.Globalization;
using System.Text;
using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <summary>Collects the violations of one evaluation, with the path that leads to each.</summary>
internal sealed partial class Report(int maxViolations)
{
    private readonly List<PendingViolation> _violations = [];
    private readonly List<PendingViolation> _undetermined = [];
    private PathStep[] _path = new PathStep[32];
    private int _pathLength;
    private Frame[] _frames = new Frame[32];
    private int _frameCount;
    private readonly SecretRanges _secrets = new();
    private int _parent = -1;

    /// <summary>How many violations are kept.</summary>
    public int Count => _violations.Count + _undetermined.Count;

    /// <summary>How many were not.</summary>
    public long Dropped { get; private set; }

    public void EnterFrame(SubSchema schema, Node node)
    {
        if (_frameCount == _frames.Length)
        {
            Frame[] larger = new Frame[_frameCount * 2];
            _frames.CopyTo(larger, 0);
            _frames = larger;
        }

        _frames[_frameCount++] = new Frame(schema, node);
        if (schema.IsSecret)
        {
            _secrets.Add(node);
        }
    }

    public void LeaveFrame() => _frameCount--;

    /// <summary>Goes one step along the evaluation path: a keyword and, where it has several schemas, which.</summary>
    public void Push(string keyword, string? name = null, int index = -1)
    {
        if (_pathLength == _path.Length)
        {
            PathStep[] larger = new PathStep[_pathLength * 2];
            _path.CopyTo(larger, 0);
            _path = larger;
        }

        _path[_pathLength++] = new PathStep(keyword, name, index);
    }

    public void Pop() => _pathLength--;

    public void Add(Keyword keyword, Node node, string? keywordName = null, string? name = null, string? expected = null, string? actual = null)
    {
        if (Count >= maxViolations)
        {
            Dropped++;
            return;
        }

        _violations.Add(Make(keyword, node, ViolationKind.Invalid, keywordName) with { Name = name, Expected = expected, Actual = actual });
    }

    public void AddUndetermined(Keyword keyword, Node node, string expected)
    {
        if (Count >= maxViolations)
        {
            Dropped++;
            return;
        }

        _undetermined.Add(Make(keyword, node, ViolationKind.Undetermined, null) with { Parent = -1, Expected = expected });
    }

    /// <summary>The answer: an instance with no other violation than ones that can't be judged is undetermined.</summary>
    public SchemaVerdict Verdict(bool valid) =>
        valid && _undetermined.Count == 0 ? SchemaVerdict.Valid
        : _violations.Count == 0 && _undetermined.Count > 0 ? SchemaVerdict.Undetermined
        : SchemaVerdict.Invalid;

    private PendingViolation Make(Keyword keyword, Node node, ViolationKind kind, string? keywordName)
    {
        bool secret = false;
        for (int i = 0; i < _frameCount; i++)
        {
            secret |= _frames[i].Schema.HidesValue;
        }

        string named = keywordName ?? keyword.Name;
        return new PendingViolation(keyword, node, PathTo(named), RuleFor(named), secret, _parent, kind) { KeywordName = keywordName };
    }

    /// <summary>The rule of the nearest schema on the way that names one.</summary>
    private string? RuleFor(string keyword)
    {
        for (int i = _frameCount - 1; i >= 0; i--)
        {
            (SubSchema schema, Node node) = _frames[i];
            if (schema.Rules?.Find(keyword, node.Index == _frames[_frameCount - 1].Node.Index) is string rule)
            {
                return rule;
            }
        }

        return null;
    }

    private string PathTo(string keyword)
    {
        var path = new StringBuilder();
        for (int i = 0; i < _pathLength; i++)
        {
            (string name, string? member, int index) = _path[i];
            path.Append('/').Append(NodePointer.Escape(name));
            if (member is not null)
            {
                path.Append('/').Append(NodePointer.Escape(member));
            }
            else if (index >= 0)
            {
                path.Append('/').Append(index.ToString(CultureInfo.InvariantCulture));
            }
        }

        return keyword.Length == 0 ? path.ToString() : path.Append('/').Append(NodePointer.Escape(keyword)).ToString();
    }
}
