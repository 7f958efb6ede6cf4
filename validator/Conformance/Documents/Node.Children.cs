namespace Conformance.Documents;

/// <content>Ways to a node's children.</content>
public readonly partial struct Node
{
    /// <summary>
    /// The value under a name in a map; a node of kind <see cref="NodeKind.None"/> when there is none or this is no map. Of a name that stands twice the last
    /// value counts, as most readers of JSON have it.
    /// </summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <returns>The value.</returns>
    public Node Get(ReadOnlySpan<byte> name)
    {
        if (_document is null)
        {
            return default;
        }

        ref NodeRecord record = ref Record;
        if (record.Kind != NodeKind.Map)
        {
            return default;
        }

        Node found = default;
        bool isUnique = (record.Flags & NodeFlags.DuplicateKeys) == 0;
        int index = Index + 1;
        for (int i = 0; i < record.Count; i++)
        {
            ref NodeRecord key = ref _document.Record(index);
            int value = key.Next;
            if (key.Kind == NodeKind.Text && (int)(key.Value >> 32) == name.Length && _document.TextOf(key).SequenceEqual(name))
            {
                found = new Node(_document, value);
                if (isUnique)
                {
                    break;
                }
            }

            index = _document.Record(value).Next;
        }

        return found;
    }

    /// <summary>The elements of an array, in order. Empty for anything else.</summary>
    /// <returns>An enumerator for <c>foreach</c>.</returns>
    public ElementEnumerator Elements() => new(this);

    /// <summary>The pairs of a map, in document order, duplicates too. Empty for anything else.</summary>
    /// <returns>An enumerator for <c>foreach</c>.</returns>
    public MemberEnumerator Members() => new(this);

    /// <summary>Walks the elements of an array.</summary>
    public struct ElementEnumerator
    {
        private readonly Document? _document;
        private int _next;
        private int _left;

        internal ElementEnumerator(Node array)
        {
            if (array.Kind == NodeKind.Array)
            {
                _document = array._document;
                _next = array.Index + 1;
                _left = array.Record.Count;
            }
        }

        /// <summary>The element the enumerator stands at.</summary>
        public Node Current { get; private set; }

        /// <summary>Goes to the next element.</summary>
        /// <returns>False at the end.</returns>
        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            _left--;
            Current = new Node(_document!, _next);
            _next = _document!.Record(_next).Next;
            return true;
        }

        /// <summary>The enumerator itself, for <c>foreach</c>.</summary>
        /// <returns>This.</returns>
        public readonly ElementEnumerator GetEnumerator() => this;
    }

    /// <summary>Walks the pairs of a map.</summary>
    public struct MemberEnumerator
    {
        private readonly Document? _document;
        private int _next;
        private int _left;

        internal MemberEnumerator(Node map)
        {
            if (map.Kind == NodeKind.Map)
            {
                _document = map._document;
                _next = map.Index + 1;
                _left = map.Record.Count;
            }
        }

        /// <summary>The pair the enumerator stands at.</summary>
        public (Node Key, Node Value) Current { get; private set; }

        /// <summary>Goes to the next pair.</summary>
        /// <returns>False at the end.</returns>
        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            _left--;
            int value = _document!.Record(_next).Next;
            Current = (new Node(_document, _next), new Node(_document, value));
            _next = _document.Record(value).Next;
            return true;
        }

        /// <summary>The enumerator itself, for <c>foreach</c>.</summary>
        /// <returns>This.</returns>
        public readonly MemberEnumerator GetEnumerator() => this;
    }
}
